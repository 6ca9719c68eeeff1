<?php
$resolver->setDefaults(['data_class' => Order::class, 'csrf_protection' => true]); // finds csrf-disabled (warning)
if ( ! wp_verify_nonce($_POST['nonce'], 'save') ) { wp_die(); } // finds csrf-disabled (warning)
