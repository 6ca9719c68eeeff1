class Account
  attr_reader :balance # a method `balance` that returns @balance

  def initialize
    @balance = 0
  end

  def deposit(amount)
    return false if amount <= 0

    @balance += amount
    true
  end

  def withdraw(amount)
    return false if amount <= 0 || amount > @balance

    @balance -= amount
    true
  end
end

accounts = {}
$stdin.each_line do |line|
  name, command, amount = line.split
  accounts[name] ||= Account.new
  account = accounts[name]
  done = command == "deposit" ? account.deposit(amount.to_i) : account.withdraw(amount.to_i)
  puts "#{name}: #{done ? account.balance : 'refused'}"
end
