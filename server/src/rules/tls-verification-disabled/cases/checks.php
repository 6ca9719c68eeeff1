<?php
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false); // finds tls-verification-disabled (warning)
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 0); // finds tls-verification-disabled (warning)
$options = [
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => false,
];
curl_setopt_array($ch, $options); // finds tls-verification-disabled (warning)
stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]); // finds tls-verification-disabled (warning)
