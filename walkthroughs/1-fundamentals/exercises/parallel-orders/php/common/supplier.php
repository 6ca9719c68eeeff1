<?php

// PHP runs one thing at a time. To wait for several answers at once, the asking is done by other
// processes: each question starts a PHP of its own, which runs supplier-process.php.
// For questions by HTTP, curl_multi_exec works in the same way: start all, then wait.

/**
 * Starts asking a supplier, somewhere far away, for the price of a product. Returns at once.
 * The answer takes a while: the shorter the name, the longer.
 */
function startAsking(string $product): array
{
    $command = [PHP_BINARY, 'supplier-process.php', $product];
    $process = proc_open($command, [1 => ['pipe', 'w']], $pipes, __DIR__);
    return ['process' => $process, 'output' => $pipes[1]];
}

/** Whether the answer is there. */
function hasAnswer(array $question): bool
{
    return !proc_get_status($question['process'])['running'];
}

/** Waits for the answer, and returns it. */
function waitForPrice(array $question): int
{
    $price = (int) stream_get_contents($question['output']);
    fclose($question['output']);
    proc_close($question['process']);
    return $price;
}
