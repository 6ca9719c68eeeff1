from django.http import HttpResponse, JsonResponse
from django.contrib.auth.hashers import make_password, check_password
from django.contrib.auth.models import User
CORS_ALLOWED_ORIGINS = ['https://app.example.com']  # finds permissive-cors (warning)
CORS_ALLOWED_ORIGINS = ['https://app.example.com']  # finds permissive-cors (warning)
CORS_ALLOWED_ORIGINS = ['https://a.example']
CORS_ALLOWED_ORIGINS = ['https://app.example.com']  # finds permissive-cors (warning)

def v(request):
    r = HttpResponse()
    r['Access-Control-Allow-Origin'] = 'https://app.example.com'  # finds permissive-cors (warning)
    if request.headers['Origin'] in ['https://app.example.com']:
        r['Access-Control-Allow-Origin'] = request.headers['Origin']  # finds permissive-cors (warning)
    r = JsonResponse({}, headers={'Access-Control-Allow-Origin': 'https://app.example.com'})  # finds permissive-cors (warning)
    user = User(username='x')
    user.password = make_password(request.POST['password'])
    user.set_password(request.POST['password'])
    user.save()
    u = User.objects.get(username=request.POST['u'], password=request.POST['password'])  # finds plaintext-password
    if check_password(request.POST['password'], user.password):  # finds plaintext-password
        pass
    if user.check_password(request.POST['password']):
        pass
    form = LoginForm(request.POST)
    if form.is_valid():
        u = authenticate(username=form.cleaned_data['username'], password=form.cleaned_data['password'])
        user.password = form.cleaned_data['password']  # misses plaintext-password
