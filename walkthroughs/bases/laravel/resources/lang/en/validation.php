<?php

// What validation says when a value does not fit.

return [
    'array' => 'The :attribute must be a list.',
    'between' => [
        'numeric' => 'The :attribute must be from :min to :max.',
        'string' => 'The :attribute must have :min to :max characters.',
    ],
    'boolean' => 'The :attribute must be true or false.',
    'email' => 'The :attribute must be an email address.',
    'in' => 'The :attribute is none of the allowed values.',
    'integer' => 'The :attribute must be a whole number.',
    'max' => [
        'numeric' => 'The :attribute must be at most :max.',
        'string' => 'The :attribute must have at most :max characters.',
    ],
    'min' => [
        'numeric' => 'The :attribute must be at least :min.',
        'string' => 'The :attribute must have at least :min characters.',
    ],
    'numeric' => 'The :attribute must be a number.',
    'regex' => 'The :attribute has a wrong form.',
    'required' => 'The :attribute is missing.',
    'string' => 'The :attribute must be a text.',
    'unique' => 'The :attribute is taken.',
    'attributes' => [],
];
