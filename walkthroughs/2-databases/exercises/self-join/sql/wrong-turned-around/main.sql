SELECT employee.name, manager.name AS manager
FROM employees AS employee
LEFT JOIN employees AS manager ON employee.id = manager.manager_id
ORDER BY employee.name;

SELECT employee.name, manager.name AS manager
FROM employees AS employee
JOIN employees AS manager ON manager.id = employee.manager_id
WHERE employee.salary > manager.salary
ORDER BY employee.name;
