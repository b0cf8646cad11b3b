extension CollectScript {
  /// What the script asks in each Region.
  ///
  /// A folder is marked complete only where the list of its items was answered; an item that is
  /// refused has its own mark.
  static var regionFunction: String {
    #"""
    # mark_folders LIST_STATUS FOLDER...
    mark_folders() {
      case $1 in
        0) outcome=complete ;;
        *) outcome=failed ;;
      esac
      shift
      for folder in "$@"; do
        mark "$folder/" "$outcome"
      done
    }

    collect_functions() {
      lambda="$base/lambda/$1"
      ask "$lambda/list-functions.json" lambda list-functions --region "$1" || return
      listed=$(names 'Functions[].FunctionName' lambda list-functions --region "$1")
      status=$?
      for function in $listed; do
        collect_function "$1" "$function"
      done
      mark_folders "$status" "$lambda/list-versions-by-function" "$lambda/list-aliases" \
        "$lambda/list-function-url-configs" "$lambda/get-policy"
    }

    collect_function() {
      ask "$lambda/list-versions-by-function/$2.json" \
        lambda list-versions-by-function --region "$1" --function-name "$2"
      ask "$lambda/list-aliases/$2.json" lambda list-aliases --region "$1" --function-name "$2"
      ask "$lambda/list-function-url-configs/$2.json" \
        lambda list-function-url-configs --region "$1" --function-name "$2"
      ask "$lambda/get-policy/$2.json" lambda get-policy --region "$1" --function-name "$2"
      for qualifier in \
        $(names 'Versions[].Version' \
          lambda list-versions-by-function --region "$1" --function-name "$2") \
        $(names 'Aliases[].Name' lambda list-aliases --region "$1" --function-name "$2"); do
        if [ "$qualifier" != '$LATEST' ]; then
          ask "$lambda/get-policy/$2/$qualifier.json" \
            lambda get-policy --region "$1" --function-name "$2" --qualifier "$qualifier"
        fi
      done
    }

    collect_layers() {
      lambda="$base/lambda/$1"
      ask "$lambda/list-layers.json" lambda list-layers --region "$1" || return
      listed=$(names 'Layers[].LayerName' lambda list-layers --region "$1")
      status=$?
      for layer in $listed; do
        ask "$lambda/list-layer-versions/$layer.json" \
          lambda list-layer-versions --region "$1" --layer-name "$layer"
        for version in $(names 'LayerVersions[].Version' \
          lambda list-layer-versions --region "$1" --layer-name "$layer"); do
          ask "$lambda/get-layer-version-policy/$layer/$version.json" lambda \
            get-layer-version-policy --region "$1" --layer-name "$layer" --version-number "$version"
        done
      done
      mark_folders "$status" "$lambda/list-layer-versions" "$lambda/get-layer-version-policy"
    }

    collect_queues() {
      listed=$(names 'QueueUrls[]' sqs list-queues --region "$1")
      status=$?
      for url in $listed; do
        ask "$base/sqs/$1/get-queue-attributes/${url##*/}.json" sqs get-queue-attributes \
          --region "$1" --queue-url "$url" --attribute-names QueueArn Policy
      done
      mark_folders "$status" "$base/sqs/$1/get-queue-attributes"
    }

    collect_topics() {
      listed=$(names 'Topics[].TopicArn' sns list-topics --region "$1")
      status=$?
      for topic in $listed; do
        ask "$base/sns/$1/get-topic-attributes/${topic##*:}.json" \
          sns get-topic-attributes --region "$1" --topic-arn "$topic"
      done
      mark_folders "$status" "$base/sns/$1/get-topic-attributes"
    }

    collect_keys() {
      listed=$(names 'Keys[].KeyId' kms list-keys --region "$1")
      status=$?
      for key in $listed; do
        ask "$base/kms/$1/get-key-policy/$key.json" \
          kms get-key-policy --region "$1" --key-id "$key" --policy-name default
      done
      mark_folders "$status" "$base/kms/$1/get-key-policy"
    }

    collect_secrets() {
      listed=$(names 'SecretList[].Name' secretsmanager list-secrets --region "$1")
      status=$?
      for secret in $listed; do
        ask "$base/secretsmanager/$1/get-resource-policy/$(name "$secret").json" \
          secretsmanager get-resource-policy --region "$1" --secret-id "$secret"
      done
      mark_folders "$status" "$base/secretsmanager/$1/get-resource-policy"
    }

    # A bucket lies in one Region; only the buckets of this one are asked for.
    collect_buckets() {
      listed=$(names "Buckets[?BucketRegion=='$1'].Name" \
        s3api list-buckets --region "$1" --bucket-region "$1")
      status=$?
      for bucket in $listed; do
        ask "$base/s3api/$1/get-bucket-policy/$bucket.json" \
          s3api get-bucket-policy --region "$1" --bucket "$bucket"
      done
      mark_folders "$status" "$base/s3api/$1/get-bucket-policy"
    }

    collect_region() {
      collect_functions "$1"
      ask "$base/lambda/$1/list-event-source-mappings.json" \
        lambda list-event-source-mappings --region "$1"
      collect_layers "$1"
      ask "$base/tagging/$1/get-resources.json" resourcegroupstaggingapi get-resources --region "$1"
      collect_buckets "$1"
      collect_queues "$1"
      collect_topics "$1"
      collect_keys "$1"
      collect_secrets "$1"
    }

    """#
  }
}
