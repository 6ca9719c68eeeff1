<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Validator;
use stdClass;

/** What the controllers share. */
abstract class Controller
{
    /** The fields of the body that the rules name, or the answer 400. */
    protected function checked(Request $request, array $rules): array
    {
        $isObject = json_decode($request->getContent()) instanceof stdClass;
        abort_unless($isObject, response()->json(['error' => 'The body must be a JSON object.'], 400));
        $validator = Validator::make($request->json()->all(), $rules);
        abort_if($validator->fails(), response()->json(['errors' => $validator->errors()], 400));
        return $validator->validated();
    }
}
