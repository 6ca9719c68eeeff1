PARTNERS = { ")" => "(", "]" => "[", "}" => "{" }.freeze

def check(text)
  # TODO: keep the open brackets on a stack. PARTNERS[")"] is "(".
  "ok"
end

$stdin.each_line do |line|
  puts check(line.chomp)
end
