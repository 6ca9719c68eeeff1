# A small GraphQL, as much as this exercise needs. In a real project, the gem graphql does this.
#
#   library = SmallGraphql.new(schema, 'Query' => { 'book' => ->(arguments) { … } })
#   library.run(query, variables)  # { data: … } or { errors: […] }
class SmallGraphql
  class Wrong < StandardError; end

  TOKEN = /\A(?:[A-Za-z_]\w*|\$[A-Za-z_]\w*|-?\d+(?:\.\d+)?|"(?:[^"\\]|\\.)*"|[{}()\[\]:!=])/.freeze
  IGNORED = /\A(?:[\s,]|#[^\n]*)*/.freeze
  LONGEST = 20_000

  # Reads names, values and signs from left to right.
  class Reader
    def initialize(text)
      raise Wrong, 'The query is missing.' unless text.is_a?(String)
      raise Wrong, 'The query is too long.' if text.length > LONGEST

      rest = text.sub(IGNORED, '')
      @tokens = []
      until rest.empty?
        token = rest[TOKEN]
        raise Wrong, "Unexpected #{rest[0]}." if token.nil?

        @tokens.push(token)
        rest = rest.delete_prefix(token).sub(IGNORED, '')
      end
    end

    def peek
      @tokens.first
    end

    def take(expected = /./)
      raise Wrong, "Unexpected #{peek || 'end of the text'}." unless expected === peek.to_s && peek

      @tokens.shift
    end

    def skip(token)
      peek == token && @tokens.shift
    end

    def list(from, to)
      take(from)
      items = []
      items.push(yield) until skip(to)
      items
    end
  end

  NAME = /\A[A-Za-z_]\w*\z/.freeze
  VARIABLE = /\A\$/.freeze

  def initialize(schema, resolvers)
    @types = {}
    @resolvers = resolvers
    reader = Reader.new(schema)
    until reader.peek.nil?
      reader.take('type')
      name = reader.take(NAME)
      @types[name] = reader.list('{', '}') { [reader.take(NAME), read_field(reader)] }.to_h
    end
  end

  def run(query, variables = {})
    kind, fields, values = read_operation(Reader.new(query), variables || {})
    type = kind.capitalize
    raise Wrong, "The schema has no #{type}." unless @types.key?(type)

    check(type, fields, values)
    { data: select(type, fields) { |name, arguments| @resolvers.fetch(type).fetch(name).call(arguments) } }
  rescue Wrong => error
    { errors: [{ message: error.message }] }
  end

  private

  def read_field(reader)
    arguments = {}
    if reader.peek == '('
      arguments = reader.list('(', ')') { [reader.take(NAME), (reader.take(':'); read_type(reader))] }.to_h
    end
    reader.take(':')
    { arguments: arguments, type: read_type(reader) }
  end

  def read_type(reader)
    if reader.skip('[')
      type = read_type(reader)
      reader.take(']')
    else
      type = { name: reader.take(NAME) }
    end
    type.merge(required: reader.skip('!') ? true : false)
  end

  def read_operation(reader, given)
    kind = 'query'
    values = {}
    if reader.peek != '{'
      kind = reader.take(/\A(?:query|mutation)\z/)
      reader.take(NAME) unless ['(', '{'].include?(reader.peek)
      values = read_variables(reader, given) if reader.peek == '('
    end
    fields = read_selection(reader, 1)
    raise Wrong, "Unexpected #{reader.peek}." unless reader.peek.nil?

    [kind, fields, values]
  end

  def read_variables(reader, given)
    reader.list('(', ')') do
      name = reader.take(VARIABLE).delete_prefix('$')
      reader.take(':')
      type = read_type(reader)
      standard = reader.skip('=') ? read_value(reader) : nil
      value = given.fetch(name, standard)
      check_value("$#{name}", value, type)
      [name, value]
    end.to_h
  end

  def read_selection(reader, depth)
    raise Wrong, 'The query is too deep.' if depth > 10

    fields = reader.list('{', '}') do
      name = reader.take(NAME)
      shown = name
      name = reader.take(NAME) if reader.skip(':')
      arguments = {}
      if reader.peek == '('
        arguments = reader.list('(', ')') { [reader.take(NAME), (reader.take(':'); read_value(reader))] }.to_h
      end
      inner = reader.peek == '{' ? read_selection(reader, depth + 1) : nil
      { shown: shown, name: name, arguments: arguments, fields: inner }
    end
    raise Wrong, 'A selection needs a field.' if fields.empty?

    fields
  end

  def read_value(reader)
    token = reader.take
    case token
    when VARIABLE then { variable: token.delete_prefix('$') }
    when /\A"/ then JSON.parse(token)
    when /\A-?\d+\z/ then token.to_i
    when /\A-?\d/ then token.to_f
    when 'true' then true
    when 'false' then false
    when 'null' then nil
    else raise Wrong, "Unexpected #{token}."
    end
  rescue JSON::ParserError
    raise Wrong, "Unexpected #{token}."
  end

  # Before anything runs: do all fields and arguments exist, and do the types fit?
  def check(type, fields, values)
    fields.each do |field|
      known = @types.fetch(type)[field[:name]]
      raise Wrong, "#{type} has no field #{field[:name]}." if known.nil?

      unknown = field[:arguments].keys - known[:arguments].keys
      raise Wrong, "#{field[:name]} has no argument #{unknown.first}." if unknown.any?

      field[:arguments] = field[:arguments].transform_values { |value| filled(value, values) }
      known[:arguments].each { |name, each| check_value(name, field[:arguments][name], each) }
      inner = known[:type][:name]
      if @types.key?(inner)
        raise Wrong, "#{field[:name]} needs a selection of fields." if field[:fields].nil?

        field[:type] = inner
        check(inner, field[:fields], values)
      elsif field[:fields]
        raise Wrong, "#{field[:name]} has no fields."
      end
    end
  end

  def filled(value, values)
    return value unless value.is_a?(Hash)
    raise Wrong, "The variable $#{value[:variable]} is not there." unless values.key?(value[:variable])

    values[value[:variable]]
  end

  def check_value(name, value, type)
    return if value.nil? && !type[:required]

    good = { 'Int' => [Integer], 'Float' => [Integer, Float], 'String' => [String], 'Boolean' => [true, false] }
    return if good.fetch(type[:name], []).any? { |each| each === value }

    raise Wrong, "#{name} must be of the type #{type[:name]}."
  end

  def select(_type, fields, &resolve)
    fields.to_h do |field|
      value = resolve.call(field[:name], field[:arguments].transform_keys(&:to_sym))
      [field[:shown], field[:fields] ? inside(value, field) : value]
    end
  end

  def inside(value, field)
    case value
    when nil then nil
    when Array then value.map { |each| inside(each, field) }
    else select(field[:type], field[:fields]) { |name, _arguments| value[name.to_sym] }
    end
  end
end
