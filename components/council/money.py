def section(subject):
    pass
