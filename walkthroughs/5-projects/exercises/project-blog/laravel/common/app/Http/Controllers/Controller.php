<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Validator;

/** What the controllers share. */
abstract class Controller
{
    /** The fields of the body that the rules name, or the answer 400. */
    protected function checked(Request $request, array $rules): array
    {
        // What is no JSON has no fields.
        $validator = Validator::make($request->json()->all(), $rules);
        abort_if($validator->fails(), response()->json(['errors' => $validator->errors()], 400));
        return $validator->validated();
    }
}
