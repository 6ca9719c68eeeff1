<?php
openssl_pkey_new(['private_key_bits' => 3072]); // finds short-key (warning)
