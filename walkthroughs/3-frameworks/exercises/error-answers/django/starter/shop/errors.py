from django.http import HttpResponse


class AnswerErrors:
    """A middleware: Django asks it what to answer when a view raises an error."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        # TODO: answer every error here.
        return None


def answer_not_found(request, exception):
    # TODO: JSON for an address that does not exist.
    return HttpResponse("Not found", status=404)
