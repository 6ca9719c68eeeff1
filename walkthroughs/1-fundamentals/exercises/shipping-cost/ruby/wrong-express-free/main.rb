def shipping_cost(total, country, is_express)
  return 0 if total >= 5000

  cost = 1299
  cost = 499 if country == "US"
  cost = 899 if country == "CA"
  is_express ? cost + 1000 : cost
end

$stdin.each_line do |line|
  total, country, speed = line.split
  cost = shipping_cost(total.to_i, country, speed == "express")
  puts "#{country} #{total} #{speed}: #{cost}"
end
