class Account
  # TODO: give each account a balance of its own, and write the three methods.

  def deposit(amount)
    false
  end

  def withdraw(amount)
    false
  end

  def balance
    0
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
