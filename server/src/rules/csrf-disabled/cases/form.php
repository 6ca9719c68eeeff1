<?php
$resolver->setDefaults(['data_class' => Order::class, 'csrf_protection' => false]); // finds csrf-disabled (warning)
wp_verify_nonce($_POST['nonce'], 'save'); // finds csrf-disabled (warning)
