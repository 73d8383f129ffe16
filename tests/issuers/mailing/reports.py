"""What mail servers send back about a letter, written after the examples of RFC 3464 (appendix E)."""

TO = "retour+0123-4567@bewijs.voorbeeld"

_REPORT = """\
Return-Path: <>
Date: Thu, 7 Jul 2026 17:16:05 -0400
From: Mail Delivery Subsystem <MAILER-DAEMON@cs.voorbeeld>
Message-Id: <199407072116.RAA14128@cs.voorbeeld>
To: <{to}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
      boundary="RAA14128.773615765/CS.VOORBEELD"
Subject: Returned mail: Cannot send message for 5 days
Auto-Submitted: auto-replied

--RAA14128.773615765/CS.VOORBEELD
Content-Type: text/plain; charset=us-ascii

The original message was received at Sat, 2 Jul 2026 17:10:28 -0400

--RAA14128.773615765/CS.VOORBEELD
content-type: message/delivery-status

Reporting-MTA: dns; cs.voorbeeld
Arrival-Date: Sat, 2 Jul 2026 17:10:28 -0400

{recipients}
--RAA14128.773615765/CS.VOORBEELD
content-type: message/rfc822

From: Praktijkbewijs <post@bewijs.voorbeeld>
To: sam@voorbeeld.nl
Subject: Je hebt een nieuw bewijs

De brief zelf.
--RAA14128.773615765/CS.VOORBEELD--
"""
_RECIPIENT = """\
Original-Recipient: rfc822;sam@voorbeeld.nl
Final-Recipient: rfc822;sam@voorbeeld.nl
Action: {action}
Status: {status}
Diagnostic-Code: smtp; said so
Last-Attempt-Date: Thu, 7 Jul 2026 17:15:49 -0400
"""


def report(*recipients: tuple[str, str], to: str = TO) -> bytes:
    """Write a report with the action and the status of each recipient."""
    fields = "\n".join(_RECIPIENT.format(action=action, status=status) for action, status in recipients)
    return _REPORT.format(to=to, recipients=fields).replace("\n", "\r\n").encode()


FAILED = ("failed", "5.1.1 (no such user)")
DELAYED = ("delayed", "4.2.2 (mailbox full)")
