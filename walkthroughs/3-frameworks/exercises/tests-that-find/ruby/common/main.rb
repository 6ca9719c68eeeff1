require_relative "cases"
require_relative "programs"

gets.split.each do |name|
  price_of = PROGRAMS.fetch(name)
  passes = CASES.all? { |grams, cents, price| price_of.call(grams, cents) == price }
  puts "#{name}: #{passes ? "passes" : "caught"}"
end
