<?php

namespace App\Http\Controllers;

class AuthorController extends Controller
{
    // TODO: the methods register and logIn; routes/api.php names them
}
