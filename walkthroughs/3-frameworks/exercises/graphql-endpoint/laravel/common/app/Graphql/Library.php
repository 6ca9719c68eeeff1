<?php

namespace App\Graphql;

use Closure;

/**
 * A small GraphQL, as much as this exercise needs. In a real project, the package
 * webonyx/graphql-php or Lighthouse does this.
 *
 *   $library = new Library($schema, ['Query' => ['book' => fn (array $arguments) => …]]);
 *   $library->run($query, $variables); // ['data' => …] or ['errors' => […]]
 */
class Library
{
    private const DEEPEST = 10;

    private array $types = [];

    public function __construct(string $schema, private array $resolvers)
    {
        $reader = new Reader($schema);
        while ($reader->peek() !== null) {
            $reader->take('/^type$/D');
            $name = $reader->take(Reader::NAME);
            $fields = $reader->list('{', '}', fn () => [$reader->take(Reader::NAME), $this->readField($reader)]);
            $this->types[$name] = array_column($fields, 1, 0);
        }
    }

    public function run(string $query, array $variables = []): array
    {
        try {
            [$kind, $fields, $values] = $this->readOperation(new Reader($query), $variables);
            $type = ucfirst($kind);
            if (!isset($this->types[$type])) {
                throw new Wrong("The schema has no $type.");
            }
            $fields = $this->checked($type, $fields, $values);
            return ['data' => $this->select($fields, fn (string $name, array $arguments) => $this->resolver($type, $name)->call($this, $arguments))];
        } catch (Wrong $wrong) {
            return ['errors' => [['message' => $wrong->getMessage()]]];
        }
    }

    /** The resolver of a field that the schema has. */
    private function resolver(string $type, string $name): Closure
    {
        return $this->resolvers[$type][$name];
    }

    private function readField(Reader $reader): array
    {
        $arguments = [];
        if ($reader->peek() === '(') {
            $arguments = $reader->list('(', ')', function () use ($reader): array {
                $name = $reader->take(Reader::NAME);
                $reader->take('/^:$/D');
                return [$name, $this->readType($reader)];
            });
        }
        $reader->take('/^:$/D');
        return ['arguments' => array_column($arguments, 1, 0), 'type' => $this->readType($reader)];
    }

    private function readType(Reader $reader): array
    {
        if ($reader->skip('[')) {
            $name = $this->readType($reader)['name'];
            $reader->take('/^\]$/D');
        } else {
            $name = $reader->take(Reader::NAME);
        }
        return ['name' => $name, 'required' => $reader->skip('!')];
    }

    private function readOperation(Reader $reader, array $given): array
    {
        $kind = 'query';
        $values = [];
        if ($reader->peek() !== '{') {
            $kind = $reader->take('/^(?:query|mutation)$/D');
            if (!in_array($reader->peek(), ['(', '{'], true)) {
                $reader->take(Reader::NAME);
            }
            if ($reader->peek() === '(') {
                $values = array_column($reader->list('(', ')', fn () => $this->readVariable($reader, $given)), 1, 0);
            }
        }
        $fields = $this->readSelection($reader, 1);
        if ($reader->peek() !== null) {
            throw new Wrong("Unexpected {$reader->peek()}.");
        }
        return [$kind, $fields, $values];
    }

    private function readVariable(Reader $reader, array $given): array
    {
        $name = substr($reader->take('/^\$/'), 1);
        $reader->take('/^:$/D');
        $type = $this->readType($reader);
        $standard = $reader->skip('=') ? $this->readValue($reader) : null;
        $value = $given[$name] ?? $standard;
        $this->checkValue("\$$name", $value, $type);
        return [$name, $value];
    }

    private function readSelection(Reader $reader, int $depth): array
    {
        if ($depth > self::DEEPEST) {
            throw new Wrong('The query is too deep.');
        }
        $fields = $reader->list('{', '}', function () use ($reader, $depth): array {
            $shown = $reader->take(Reader::NAME);
            $name = $reader->skip(':') ? $reader->take(Reader::NAME) : $shown;
            $arguments = [];
            if ($reader->peek() === '(') {
                $arguments = $reader->list('(', ')', function () use ($reader): array {
                    $argument = $reader->take(Reader::NAME);
                    $reader->take('/^:$/D');
                    return [$argument, $this->readValue($reader)];
                });
            }
            $inner = $reader->peek() === '{' ? $this->readSelection($reader, $depth + 1) : null;
            return ['shown' => $shown, 'name' => $name, 'arguments' => array_column($arguments, 1, 0), 'fields' => $inner];
        });
        if ($fields === []) {
            throw new Wrong('A selection needs a field.');
        }
        return $fields;
    }

    private function readValue(Reader $reader): mixed
    {
        $token = $reader->take();
        if ($token[0] === '$') {
            return ['variable' => substr($token, 1)];
        }
        if (preg_match('/^(?:"|-?\d|(?:true|false|null)$)/D', $token) !== 1) {
            throw new Wrong("Unexpected $token.");
        }
        return json_decode($token);
    }

    /** Before anything runs: do all fields and arguments exist, and do the types fit? */
    private function checked(string $type, array $fields, array $values): array
    {
        return array_map(function (array $field) use ($type, $values): array {
            $name = $field['name'];
            $known = $this->types[$type][$name] ?? throw new Wrong("$type has no field $name.");
            foreach ($field['arguments'] as $argument => $value) {
                if (!isset($known['arguments'][$argument])) {
                    throw new Wrong("$name has no argument $argument.");
                }
                if (is_array($value)) {
                    if (!array_key_exists($value['variable'], $values)) {
                        throw new Wrong("The variable \${$value['variable']} is not there.");
                    }
                    $field['arguments'][$argument] = $values[$value['variable']];
                }
            }
            foreach ($known['arguments'] as $argument => $wanted) {
                $this->checkValue($argument, $field['arguments'][$argument] ?? null, $wanted);
            }
            $inner = $known['type']['name'];
            if (isset($this->types[$inner]) !== ($field['fields'] !== null)) {
                throw new Wrong($field['fields'] === null ? "$name needs a selection of fields." : "$name has no fields.");
            }
            if ($field['fields'] !== null) {
                $field['fields'] = $this->checked($inner, $field['fields'], $values);
            }
            return $field;
        }, $fields);
    }

    private function checkValue(string $name, mixed $value, array $type): void
    {
        $fits = match (true) {
            $value === null => !$type['required'],
            default => match ($type['name']) {
                'Int' => is_int($value),
                'Float' => is_int($value) || is_float($value),
                'String' => is_string($value),
                'Boolean' => is_bool($value),
                default => false,
            },
        };
        if (!$fits) {
            throw new Wrong("$name must be of the type {$type['name']}.");
        }
    }

    private function select(array $fields, callable $resolve): array
    {
        $found = [];
        foreach ($fields as $field) {
            $value = $resolve($field['name'], $field['arguments']);
            $found[$field['shown']] = $field['fields'] === null ? $value : $this->inside($value, $field['fields']);
        }
        return $found;
    }

    private function inside(?array $value, array $fields): ?array
    {
        if ($value === null) {
            return null;
        }
        return array_is_list($value)
            ? array_map(fn (?array $each) => $this->inside($each, $fields), $value)
            : $this->select($fields, fn (string $name) => $value[$name]);
    }
}
