from django import forms

MOST = 999_999_999
ORDERS = ["price", "-price", "name", "-name"]


def whole_number(low, high):
    return forms.IntegerField(min_value=low, max_value=high, required=False)


class ListForm(forms.Form):
    """The parameters of the list; the fields have their names."""

    category = forms.CharField(required=False)
    minPrice = whole_number(0, MOST)
    maxPrice = whole_number(0, MOST)
    search = forms.CharField(required=False, strip=False)
    sort = forms.ChoiceField(choices=[(order, order) for order in ORDERS], required=False)
    page = whole_number(1, MOST)
    perPage = whole_number(1, 50)
