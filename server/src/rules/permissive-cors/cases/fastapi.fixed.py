from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware)
app.add_middleware(CORSMiddleware, allow_origins=['https://app.example.com'])
app.add_middleware(
    CORSMiddleware,
    allow_origins=['https://app.example.com'],  # finds permissive-cors (warning)
)
app.add_middleware(
    CORSMiddleware,
    allow_origins=['https://app.example.com'],  # finds permissive-cors
    allow_credentials=True,
)
