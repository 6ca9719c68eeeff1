<?php
if (!hash_equals(hash_hmac('sha256', $_POST['text'], getenv('KEY')), (string) $_POST['signature'])) { // finds timing-unsafe-comparison (warning)
    http_response_code(401);
}
