<?php
add_action('init', 'shop_leave');

function shop_leave() {
    wp_safe_redirect($_GET['to']); // finds open-redirect
    exit;
}
