<?php
try {
    load();
} catch (Exception $e) {
    echo $e->getMessage(); // finds error-details-exposed (hint)
}
