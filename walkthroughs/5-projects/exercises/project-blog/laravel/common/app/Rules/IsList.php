<?php

namespace App\Rules;

use Illuminate\Contracts\Validation\ImplicitRule;

/** A JSON list. Unlike the rule array, it refuses an object and looks at an empty text, too. */
final class IsList implements ImplicitRule
{
    public function passes($attribute, $value): bool
    {
        return is_array($value) && array_is_list($value);
    }

    public function message(): string
    {
        return 'The :attribute must be a list.';
    }
}
