from html import escape

from twilio.rest import Client

client = Client(account, token)


def say(to, text):
    client.calls.create(to=to, twiml=f'<Response><Say>{text}</Say></Response>')  # finds xpath-injection (warning)


def say_escaped(to, text):
    client.calls.create(to=to, twiml=f'<Response><Say>{escape(text)}</Say></Response>')


def say_fixed(to):
    client.calls.create(to=to, twiml='<Response><Say>Hello</Say></Response>')


def run(to, twiml):
    client.calls.create(to=to, twiml=twiml)
