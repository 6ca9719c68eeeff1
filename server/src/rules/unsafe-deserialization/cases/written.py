import yaml

settings = yaml.load('colour: red', Loader=yaml.Loader)
objects = yaml.load('!!python/object:shop.Cart {}', Loader=yaml.Loader)  # finds unsafe-deserialization (hint)
