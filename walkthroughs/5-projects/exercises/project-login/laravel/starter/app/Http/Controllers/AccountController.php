<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;

class AccountController
{
    // TODO: the methods register, logIn and logOut; routes/api.php names them

    // TODO: look for the account in the session.
    public function me(): JsonResponse
    {
        return response()->json(['error' => 'Nobody is logged in.'], 401);
    }
}
