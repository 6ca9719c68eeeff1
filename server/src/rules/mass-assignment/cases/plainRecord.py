from flask import Flask, jsonify, request

app = Flask(__name__)
member = {"id": 1, "name": "Ada", "role": "member"}
basket = {"book": 1}


@app.patch("/member")
def change():
    member.update(request.get_json())  # finds mass-assignment (warning)
    return jsonify(member)


@app.patch("/name")
def change_name():
    member.update({"name": request.get_json()["name"]})
    return jsonify(member)


@app.patch("/basket")
def change_basket():
    basket.update(request.get_json())
    return jsonify(basket)
