def shipping_cost(total, country, is_express)
  # TODO: decide what it costs, by the rules of the task.
  1299
end

$stdin.each_line do |line|
  total, country, speed = line.split
  cost = shipping_cost(total.to_i, country, speed == "express")
  puts "#{country} #{total} #{speed}: #{cost}"
end
