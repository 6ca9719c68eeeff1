<?php
openssl_pkey_new(['private_key_bits' => 1024]); // finds short-key (warning)
