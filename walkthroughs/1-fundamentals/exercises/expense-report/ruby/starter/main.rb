def read_expenses
  # TODO: return the list that expenses.json holds.
  []
end

def write_report(report)
  # TODO: write the report as JSON to report.json.
end

def summarize(expenses, minimum)
  counted = expenses.select { |expense| expense["cents"] >= minimum }
  sums = Hash.new(0)
  counted.each { |expense| sums[expense["category"]] += expense["cents"] }
  categories = sums.keys.sort.map { |name| { "name" => name, "cents" => sums[name] } }
  { "count" => counted.length, "cents" => sums.values.sum, "categories" => categories }
end

def stop(message)
  warn message
  exit 2
end

def money(cents)
  format("%.2f", cents / 100.0)
end

# TODO: call stop("expenses.json is not valid JSON.") when reading fails.
expenses = read_expenses
report = summarize(expenses, gets.to_i)
write_report(report)
report["categories"].each do |category|
  puts "#{category['name']}: #{money(category['cents'])}"
end
puts "Total of #{report['count']}: #{money(report['cents'])}"
