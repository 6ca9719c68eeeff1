-- TODO 1: everyone with the name of the manager
SELECT name, manager_id AS manager
FROM employees
ORDER BY name;

-- TODO 2: who earns more than the manager
