// Shows the vendored Swagger page on the element that says where the description is.
const place = document.getElementById('api');
window.SwaggerUIBundle({
  url: place.dataset.openapi,
  domNode: place,
  deepLinking: true,
  supportedSubmitMethods: ['get', 'post'],
  validatorUrl: null,
});
