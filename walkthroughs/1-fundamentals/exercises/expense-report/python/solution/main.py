import json
import sys


def read_expenses():
    with open("expenses.json", encoding="utf-8") as file:
        return json.load(file)


def write_report(report):
    with open("report.json", "w", encoding="utf-8") as file:
        json.dump(report, file, indent=2)


def summarize(expenses, minimum):
    sums = {}
    counted = [expense for expense in expenses if expense["cents"] >= minimum]
    for expense in counted:
        category = expense["category"]
        sums[category] = sums.get(category, 0) + expense["cents"]
    categories = [{"name": name, "cents": sums[name]} for name in sorted(sums)]
    return {"count": len(counted), "cents": sum(sums.values()), "categories": categories}


def stop(message):
    print(message, file=sys.stderr)
    sys.exit(2)


try:
    expenses = read_expenses()
except json.JSONDecodeError:
    stop("expenses.json is not valid JSON.")
report = summarize(expenses, int(input()))
write_report(report)
for category in report["categories"]:
    print(f"{category['name']}: {category['cents'] / 100:.2f}")
print(f"Total of {report['count']}: {report['cents'] / 100:.2f}")
