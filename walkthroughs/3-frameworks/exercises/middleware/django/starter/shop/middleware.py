"""Middlewares work where MIDDLEWARE in settings.py names them: "shop.middleware.set_request_id"."""


def set_request_id(get_response):
    def middleware(request):
        # TODO: a request id for every answer.
        return get_response(request)

    return middleware


# TODO: one line in the log for every request.

# TODO: paths below /admin need the key.
