PARTNERS = { ")" => "(", "]" => "[", "}" => "{" }.freeze

def check(text)
  open_brackets = []
  text.each_char.with_index(1) do |character, position|
    if "([{".include?(character)
      open_brackets.push([character, position])
    elsif PARTNERS.key?(character)
      last, = open_brackets.pop
      return "unexpected #{character} at #{position}" if last != PARTNERS[character]
    end
  end
  return "ok" if open_brackets.empty?

  character, position = open_brackets.last
  "unclosed #{character} at #{position}"
end

$stdin.each_line do |line|
  puts check(line.chomp)
end
