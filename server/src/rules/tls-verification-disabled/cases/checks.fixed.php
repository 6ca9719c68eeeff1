<?php
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true); // finds tls-verification-disabled (warning)
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 2); // finds tls-verification-disabled (warning)
$options = [
    CURLOPT_SSL_VERIFYPEER => true,
    CURLOPT_SSL_VERIFYHOST => 2,
];
curl_setopt_array($ch, $options); // finds tls-verification-disabled (warning)
stream_context_create(['ssl' => ['verify_peer' => true, 'verify_peer_name' => true]]); // finds tls-verification-disabled (warning)
