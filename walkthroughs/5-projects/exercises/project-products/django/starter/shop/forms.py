from django import forms


class ListForm(forms.Form):
    """The parameters of the list; the fields have their names."""

    # TODO: a field for each parameter, with the values that it may have.
