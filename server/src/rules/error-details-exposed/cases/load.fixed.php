<?php
try {
    load();
} catch (Exception $e) {
    error_log((string) $e);
    echo 'Something went wrong'; // finds error-details-exposed (hint)
}
