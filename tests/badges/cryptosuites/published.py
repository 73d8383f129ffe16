"""Where the published vectors of VC-DI-EDDSA and VC-DI-ECDSA stand that hold a whole credential."""

WHOLE = [
    "w3c+vc-di-eddsa/TestVectors/eddsa-rdfc-2022/signedDataInt.json",
    "w3c+vc-di-eddsa/TestVectors/eddsa-jcs-2022/signedJCS.json",
    "w3c+vc-di-eddsa/TestVectors/Ed25519Signature2020/signedEdSig.json",
    "w3c+vc-di-eddsa/TestVectors/proof-set-chain/signedProofSet1.json",
    "w3c+vc-di-eddsa/TestVectors/proof-set-chain/signedProofSet2.json",
    "w3c+vc-di-eddsa/TestVectors/proof-set-chain/signedProofChain1.json",
    "w3c+vc-di-eddsa/TestVectors/proof-set-chain/signedProofChain2.json",
    "w3c+vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p256/signedECDSAP256.json",
    "w3c+vc-di-ecdsa/TestVectors/ecdsa-rdfc-2019-p384/signedECDSAP384.json",
    "w3c+vc-di-ecdsa/TestVectors/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json",
    "w3c+vc-di-ecdsa/TestVectors/ecdsa-jcs-2019-p384/signedJCSECDSAP384.json",
]
