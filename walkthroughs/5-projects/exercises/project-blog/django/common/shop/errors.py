from django.http import JsonResponse


class HttpError(Exception):
    """An error that the visitor may read."""

    def __init__(self, status, text):
        super().__init__(text)
        self.status = status
        self.text = text


class AnswerErrors:
    """A middleware: Django asks it what to answer when a view raises an error."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        if isinstance(error, HttpError):
            return JsonResponse({"error": error.text}, status=error.status)
        # Django answers all others: 404.html for Http404.
        return None
