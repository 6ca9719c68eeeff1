def shipping_cost(total, country, is_express)
  cost = if total >= 5000
           0
         elsif country == "US"
           499
         elsif country == "CA"
           899
         else
           1299
         end
  is_express ? cost + 1000 : cost
end

$stdin.each_line do |line|
  total, country, speed = line.split
  cost = shipping_cost(total.to_i, country, speed == "express")
  puts "#{country} #{total} #{speed}: #{cost}"
end
