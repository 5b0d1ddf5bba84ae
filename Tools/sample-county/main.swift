print("sample-county")
