<?php

function readExpenses(): array
{
    // TODO: return the list that expenses.json holds.
    return [];
}

function writeReport(array $report): void
{
    // TODO: write the report as JSON to report.json.
}

function summarize(array $expenses, int $minimum): array
{
    $counted = array_filter($expenses, fn ($expense) => $expense['cents'] >= $minimum);
    $sums = [];
    foreach ($counted as $expense) {
        $category = $expense['category'];
        $sums[$category] = ($sums[$category] ?? 0) + $expense['cents'];
    }
    ksort($sums);
    $categories = [];
    foreach ($sums as $name => $cents) {
        $categories[] = ['name' => $name, 'cents' => $cents];
    }
    return ['count' => count($counted), 'cents' => array_sum($sums), 'categories' => $categories];
}

function stop(string $message): never
{
    fwrite(STDERR, $message . "\n");
    exit(2);
}

function money(int $cents): string
{
    return number_format($cents / 100, 2, '.', '');
}

// TODO: call stop('expenses.json is not valid JSON.') when reading fails.
$expenses = readExpenses();
$report = summarize($expenses, (int) fgets(STDIN));
writeReport($report);
foreach ($report['categories'] as ['name' => $name, 'cents' => $cents]) {
    echo "$name: " . money($cents) . "\n";
}
echo "Total of {$report['count']}: " . money($report['cents']) . "\n";
