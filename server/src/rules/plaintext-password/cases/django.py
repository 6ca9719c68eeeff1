from django.http import HttpResponse, JsonResponse
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
CORS_ALLOW_ALL_ORIGINS = True  # finds permissive-cors (warning)
CORS_ORIGIN_ALLOW_ALL = True  # finds permissive-cors (warning)
CORS_ALLOWED_ORIGINS = ['https://a.example']
CORS_ALLOWED_ORIGIN_REGEXES = [r'.*']  # finds permissive-cors (warning)

def v(request):
    r = HttpResponse()
    r['Access-Control-Allow-Origin'] = '*'  # finds permissive-cors (warning)
    r['Access-Control-Allow-Origin'] = request.headers['Origin']  # finds permissive-cors (warning)
    r = JsonResponse({}, headers={'Access-Control-Allow-Origin': '*'})  # finds permissive-cors (warning)
    user = User(username='x')
    user.password = make_password(request.POST['password'])
    user.set_password(request.POST['password'])
    user.save()
    u = User.objects.get(username=request.POST['u'], password=request.POST['password'])  # finds plaintext-password
    if user.password == request.POST['password']:  # finds plaintext-password
        pass
    if user.check_password(request.POST['password']):
        pass
    form = LoginForm(request.POST)
    if form.is_valid():
        u = authenticate(username=form.cleaned_data['username'], password=form.cleaned_data['password'])
        user.password = form.cleaned_data['password']  # misses plaintext-password
