def shipping_cost(total, country, is_express)
  if total >= 5000
    cost = 0
  elsif country == "US"
    cost = 499
  elsif country == "CA"
    cost = 899
  else
    cost = 1299
  end
  is_express ? cost + 1000 : cost
end

$stdin.each_line do |line|
  total, country, speed = line.split
  cost = shipping_cost(total.to_i, country, speed == "express")
  puts "#{country} #{total} #{speed}: #{cost}"
end
