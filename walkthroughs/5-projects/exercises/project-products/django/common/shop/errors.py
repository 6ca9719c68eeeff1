from django.http import JsonResponse


def answer_not_found(request, exception):
    return JsonResponse({"error": "There is nothing at this address."}, status=404)
