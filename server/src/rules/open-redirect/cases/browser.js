const params = new URLSearchParams(location.search);

location.href = params.get('next'); // finds open-redirect (error)
location.href = `/pages/${params.get('page')}`;

export function go(address) {
  location.href = address; // finds open-redirect (hint)
  location.href = `https://shop.example/${address}`;
}

app.controller('Login', function ($scope, $window) {
  $window.location.href = $scope.next; // finds open-redirect (hint)
  $window.location.href = '/home';
});
