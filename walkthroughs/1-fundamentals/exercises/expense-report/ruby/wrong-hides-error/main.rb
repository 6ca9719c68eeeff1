require "json"

def read_expenses
  JSON.parse(File.read("expenses.json", encoding: "UTF-8"))
end

def write_report(report)
  File.write("report.json", JSON.pretty_generate(report))
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

begin
  expenses = read_expenses
rescue JSON::ParserError
  expenses = []
end
report = summarize(expenses, gets.to_i)
write_report(report)
report["categories"].each do |category|
  puts "#{category['name']}: #{money(category['cents'])}"
end
puts "Total of #{report['count']}: #{money(report['cents'])}"
