import os
import jwt

API_KEY = "b7e1f09c3d5a48269ce4"  # finds hardcoded-secret (warning)
API_KEY = os.environ["API_KEY"]
API_KEY = os.environ.get("API_KEY", "")
SECRET_KEY_NAME = "b7e1f09c3d5a48269ce4"
PASSWORD_FIELD = "user_password_1"
TOKEN_URL = "https://login.example.org/v1/token"
client = connect(password="s3cr3t-Pa55")  # finds hardcoded-secret (warning)
client = connect(password="password")
token = jwt.encode({"sub": 1, "exp": 2}, "shop", algorithm="HS256")  # finds hardcoded-secret
token = jwt.encode({"sub": 1, "exp": 2}, os.environ["KEY"], algorithm="HS256")


def connect(host, password='kR7-wq2!mZ'):  # finds hardcoded-secret (warning)
    return host, password


def connect_again(host, password=None, user='reader'):
    return host, password, user

password = 'Contraseña'
password = 'パスワードは六文字以上である必要があります'
password = '$2y$10$b0Xv5q1rT8sLw3kZy7nQpOe2uJ4hC6dG9fA1mB3vN5xK7zR8tY2iW'
