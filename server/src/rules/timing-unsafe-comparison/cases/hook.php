<?php
if ($_POST['signature'] !== hash_hmac('sha256', $_POST['text'], getenv('KEY'))) { // finds timing-unsafe-comparison (warning)
    http_response_code(401);
}
